/** Styles that the build takes out of the script. */
declare module "*.css";
