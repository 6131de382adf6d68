import { THEME_KEY } from "./theme";

/**
 * Runs before the first paint, so that a chosen theme does not flash. Its text never changes, and so the content security
 * policy can allow it by its hash on static and dynamic pages alike.
 */
export const themeScript = `try{var t=localStorage.getItem("${THEME_KEY}");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}`;

export function ThemeScript() {
	return <script>{themeScript}</script>;
}
