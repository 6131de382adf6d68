"use client";

import { useQuery } from "@tanstack/react-query";
import { FastForward, Mailbox, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../button";
import { useBusinessNow, useFormat } from "../format/format-provider";
import { later } from "../later";
import { Link } from "../link";
import { Menu } from "../menu";
import { useTRPC } from "../query/trpc";
import { Journey } from "./journey";
import { NextHappening } from "./next-happening";

/** Fetched by those who travel. */
const TravelItems = later(() => import("./travel-items"));

const LOOK_AGAIN_MS = 30_000;
const WHILE_MOVING_MS = 700;

/** The demo's time machine: what time it is for the company, what happens next, and how to get there. */
export function DemoBar() {
	const t = useTranslations("demo.bar");
	const trpc = useTRPC();
	const format = useFormat();
	const businessNow = useBusinessNow();
	const [travelling, setTravelling] = useState(false);
	const { data: clock } = useQuery(
		trpc.demo.clock.queryOptions(undefined, {
			refetchInterval: ({ state }) => (travelling || state.data?.journey ? WHILE_MOVING_MS : LOOK_AGAIN_MS),
		}),
	);
	const journey = clock?.journey ?? null;
	const now = journey && clock ? clock.now : businessNow;
	const moving = travelling || journey !== null;
	return (
		<aside aria-label={t("label")} className="border-line border-b bg-sunken text-sm print:hidden">
			<div className="flex min-h-11 flex-wrap items-center gap-x-4 px-4 py-1">
				<p className="figures max-md:flex-1">
					<span className="text-muted max-lg:sr-only">{t("now")} </span>
					<time dateTime={now.toISOString()} className="font-medium">
						{format.dateTime(now)}
					</time>
				</p>
				<p className="min-w-0 flex-1 text-muted max-md:order-last max-md:basis-full max-md:pb-1 max-md:text-xs md:truncate">
					{moving ? t("travelling") : clock && <NextHappening next={clock.next} />}
				</p>
				<div className="flex shrink-0 items-center gap-2">
					<Menu
						trigger={
							<Button size="small" pending={moving}>
								<FastForward aria-hidden />
								<span className="max-sm:sr-only">{t("travel")}</span>
							</Button>
						}
					>
						<TravelItems onTravelling={setTravelling} />
					</Menu>
					<Link href="/demo/mailbox" look="quiet" className="inline-flex h-8 items-center gap-1.5 px-1">
						<Mailbox aria-hidden className="size-4" />
						<span className="max-lg:sr-only">{t("mailbox")}</span>
					</Link>
					<Link href="/demo" look="quiet" className="inline-flex h-8 items-center gap-1.5 px-1">
						<Users aria-hidden className="size-4" />
						<span className="max-lg:sr-only">{t("personas")}</span>
					</Link>
				</div>
			</div>
			{journey && <Journey from={journey.from} to={journey.to} now={now} />}
			<p role="status" className="sr-only">
				{moving && t("travelling")}
			</p>
		</aside>
	);
}
