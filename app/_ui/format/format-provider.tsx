"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { offsetClock, systemNow } from "@/server/kernel/clock";
import { useTRPC } from "../query/trpc";
import { type Formats, makeFormats } from "./formats";

type BusinessTime = {
	formats: Formats /** Business time as the page was rendered. */;
	rendered: Date;
	offsetMs: number | null;
};

const BusinessContext = createContext<BusinessTime | null>(null);

type Settings = { sign: string; timeZone: string; now: Date };

/** Settles how money and times are written and what time it is in the business, also after the time machine has moved it. */
export function FormatProvider({ settings: initial, children }: { settings: Settings; children: ReactNode }) {
	const locale = useLocale();
	const trpc = useTRPC();
	const { data: settings } = useQuery({ ...trpc.business.settings.queryOptions(), initialData: initial });
	const { sign, timeZone, now } = settings;
	const [offsetMs, setOffsetMs] = useState<number | null>(null);
	// How far business time is from this device's, so that a device with a wrong clock is right here.
	useEffect(() => setOffsetMs(now.getTime() - systemNow().getTime()), [now]);
	const formats = useMemo(() => makeFormats(locale, { sign, timeZone }), [locale, sign, timeZone]);
	const value = useMemo(() => ({ formats, rendered: now, offsetMs }), [formats, now, offsetMs]);
	return <BusinessContext value={value}>{children}</BusinessContext>;
}

function useBusiness(): BusinessTime {
	const business = useContext(BusinessContext);
	if (!business) throw new Error("useFormat and useBusinessNow need AppProviders around them");
	return business;
}

/** How things are written for this person. */
export const useFormat = (): Formats => useBusiness().formats;

/** Business time, told anew every `everyMs` milliseconds; the first picture shows the time at which it was rendered. */
export function useBusinessNow(everyMs = 30_000): Date {
	const { rendered, offsetMs } = useBusiness();
	const [now, setNow] = useState(rendered);
	useEffect(() => {
		if (offsetMs === null) return;
		const clock = offsetClock(() => offsetMs);
		const tell = () => setNow(clock.now());
		tell();
		const timer = setInterval(tell, everyMs);
		return () => clearInterval(timer);
	}, [offsetMs, everyMs]);
	return now;
}
