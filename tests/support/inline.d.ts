/** Vite hands such a file over as a data address. */
declare module '*?inline' {
  const url: string;
  export default url;
}
