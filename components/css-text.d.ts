// A style sheet as text, for shadow roots: the bundler resolves its imports and makes it one string.

declare module '*.css?inline' {
  const text: string;
  export default text;
}
