import type { z } from "zod";
import { figuresInput } from "@/server/contexts/hiring/contracts/figures";

/** What the address asks for; what it does not say, or says wrongly, is the usual. */
export function askedFigures(params: URLSearchParams): z.output<typeof figuresInput> {
	const { data: days } = figuresInput.shape.days.safeParse(Number(params.get("days") ?? Number.NaN));
	const { data: vacancyId } = figuresInput.shape.vacancyId.safeParse(params.get("vacancy") ?? undefined);
	return figuresInput.parse({ days, vacancyId });
}
