import type { FieldErrors } from "react-hook-form";

/** The errors of a form as a flat list, in the order of its fields: `place.zoneId` before `place.note`. */
export function flatErrors(errors: FieldErrors, parent = ""): { name: string; message: string }[] {
	return Object.entries(errors).flatMap(([key, error]) => {
		if (!error || key === "root") return [];
		const name = parent ? `${parent}.${key}` : key;
		if (typeof error.message === "string" && error.message !== "") return [{ name, message: error.message }];
		return typeof error === "object" && !("ref" in error && "type" in error)
			? flatErrors(error as FieldErrors, name)
			: [];
	});
}
