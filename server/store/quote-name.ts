// SQL: a table, column or channel by its exact name.
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
