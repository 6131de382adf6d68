/** The colours cats come in. They belong to the drawing, not to the interface: a cat looks the same in every theme. */
export type Coat = {
	fur: string;
	/** Stripes and the darker side. */
	dark: string;
	/** Muzzle and chin. */
	light: string;
	/** Mouth and whiskers, to be seen on the fur. */
	line: string;
	nose: string;
};

export const coats = {
	ginger: { fur: "#e58e3f", dark: "#b9601c", light: "#f9dcb8", line: "#6b340c", nose: "#d9695f" },
	black: { fur: "#35312e", dark: "#1c1917", light: "#4a4541", line: "#a49b92", nose: "#1a1716" },
	white: { fur: "#f8f4ec", dark: "#d9d0c2", light: "#ffffff", line: "#8a7d70", nose: "#ec9c98" },
	grey: { fur: "#8c929b", dark: "#626871", light: "#c3c8cf", line: "#363b42", nose: "#5b5f67" },
	cream: { fur: "#efd3a8", dark: "#cfa56b", light: "#fbf0dc", line: "#83602f", nose: "#dd8f86" },
	brown: { fur: "#8f6647", dark: "#5c3d27", light: "#c6a17f", line: "#3a2414", nose: "#7a3f34" },
	chocolate: { fur: "#5f4134", dark: "#3d281f", light: "#82604f", line: "#c2a28f", nose: "#3a231b" },
	lilac: { fur: "#bba7a5", dark: "#95807e", light: "#ddd0ce", line: "#5f4d4c", nose: "#a97878" },
} satisfies Record<string, Coat>;

export const white: Coat = coats.white;

export const earPink = "#eeb3a8";
export const eyes = { amber: "#e2a32b", green: "#84ab3f", copper: "#c8742a", blue: "#5f9bd6" };
export const pupil = "#1b1613";
export const grounds = ["#f6dfbf", "#dbe7d3", "#d7e4ee", "#f3d9d0", "#e6dcea", "#eee3c4"] as const;
