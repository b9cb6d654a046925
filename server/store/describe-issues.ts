// Which parts of a stored row are wrong, without their content.
import type * as z from 'zod/mini';

export const describeIssues = ({ issues }: z.core.$ZodError): string =>
  issues.map(({ code, path }) => [code, ...path].join(' ')).join(', ');
