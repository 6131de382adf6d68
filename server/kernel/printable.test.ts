import { expect, it } from "vitest";
import { printable } from "./printable";

it.each([
	["Мурка Ёжикова, кв. № 42", "Мурка Ёжикова, кв. № 42"],
	["Ļöng «Cat» – “the 2nd”…", "Ļöng «Cat» – “the 2nd”…"],
	["Мурка 🐈 عبد и Ко", "Мурка и Ко"],
	["猫", "—"],
	["", "—"],
])("%j is printed as %j", (text, printed) => {
	expect(printable(text)).toBe(printed);
});
