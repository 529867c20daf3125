/** Name of the build, put in by Vite (`define` in vite.config.ts). */
declare const __CAIRN_BUILD__: string;
