import { z } from "zod";
import { zoneId } from "@/server/kernel/ids";

/** An instant in JSON. */
export const instantText = z.iso.datetime({ offset: false, precision: 3 });

/** Where the job is: a zone out of the managed list, an address, a note. */
export const place = z.object({
	zoneId,
	zoneName: z.string(),
	address: z.string(),
	note: z.string(),
});

export const contact = z.object({ name: z.string(), phone: z.string() });

/** The number of an assignment of one order, from 1. */
export const assignmentNumber = z.int().positive();

/** The number of an ending of one order, from 1; a correction is the next. */
export const endingNumber = z.int().positive();

export const outcome = z.enum(["completed", "failed", "cancelled"]);

/** A trait that hiring finds and matching weighs. */
export const traitKey = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
