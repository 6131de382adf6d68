import { z } from "zod";
import { fromWire, moneyWire, zero } from "@/server/kernel/money";

/** An amount as events carry it; nothing where there is none. */
export function amountOf(value: unknown): bigint {
	const wire = moneyWire.safeParse(value);
	return wire.success ? fromWire(wire.data) : zero;
}

export const textOf = (value: unknown): string => z.string().catch("").parse(value);
