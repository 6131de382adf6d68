import { z } from "zod";

const LINE_BREAKS = /[\r\n\t]/g;
const CONTROL = /[\p{Cc}\p{Bidi_Control}]/u;

const clean = (max: number) =>
	z
		.string()
		.max(max * 4)
		.transform((raw) => raw.normalize("NFC").trim())
		.pipe(
			z
				.string()
				.max(max)
				.refine((text) => !CONTROL.test(text.replace(LINE_BREAKS, "")), "control_characters"),
		);

/** One line of a person's text: trimmed, normalised, no control or direction-override characters, 1 to `max` long. */
export const line = (max: number) =>
	clean(max).pipe(
		z
			.string()
			.min(1)
			.refine((text) => !CONTROL.test(text), "line_break"),
	);

/** Several lines of a person's text, possibly none. */
export const prose = (max: number) => clean(max);

/** Several lines of a person's text that must be there. */
export const requiredProse = (max: number) => clean(max).pipe(z.string().min(1));

/** What the client of a creating command makes up, so that a repeated call does nothing twice. */
export const idempotencyKey = z.uuid();

/** An international phone number, kept as digits with a leading plus. */
export const phone = z
	.string()
	.max(40)
	.transform((raw) => raw.replace(/[\s().-]/g, ""))
	.pipe(z.string().regex(/^\+?\d{5,15}$/, "phone"));

const LARGEST_INTEGER = 2_147_483_647;

/** A number of rows, versions, orders: what an `integer` column holds. */
export const count = z.int().min(0).max(LARGEST_INTEGER);

/** A moment that business can be about. Others are no dates of ours, and PostgreSQL does not know all of them. */
export const moment = z.date().min(new Date("2000-01-01")).max(new Date("2100-01-01"));
