"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { FastForward, Mailbox, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../button";
import { useBusinessNow, useFormat } from "../format/format-provider";
import { RelativeTime } from "../format/relative-time";
import { Link } from "../link";
import { Menu, MenuItem } from "../menu";
import { useTRPC } from "../query/trpc";
import { useRefusalText } from "../query/use-refusal-text";
import { toast } from "../toasts";

const destinations = ["next", "hour", "day", "week-end", "month-end"] as const;
const LOOK_AGAIN_MS = 30_000;

/** The demo's time machine: what time it is for the company, what happens next, and how to get there. */
export function DemoBar() {
	const t = useTranslations("demo.bar");
	const trpc = useTRPC();
	const format = useFormat();
	const now = useBusinessNow();
	const queryClient = useQueryClient();
	const refusalText = useRefusalText();
	const { data: clock } = useQuery(trpc.demo.clock.queryOptions(undefined, { refetchInterval: LOOK_AGAIN_MS }));
	const travel = useMutation(
		trpc.demo.travel.mutationOptions({
			onSuccess: async (face) => {
				await queryClient.invalidateQueries();
				toast.done(t("arrived", { time: format.dateTime(face.now) }));
			},
			onError: (error) => toast.failed(refusalText(error)),
		}),
	);
	return (
		<aside aria-label={t("label")} className="border-line border-b bg-sunken text-sm print:hidden">
			<div className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-1">
				<p className="figures">
					<span className="text-muted max-sm:sr-only">{t("now")} </span>
					<time dateTime={now.toISOString()} className="font-medium">
						{format.dateTime(now)}
					</time>
				</p>
				<p className="min-w-0 flex-1 truncate text-muted max-md:hidden">
					{clock?.next
						? t.rich("next", {
								what: () => <NextTimer functionId={clock.next?.functionId ?? ""} />,
								when: () => (clock.next ? <RelativeTime at={clock.next.at} /> : null),
							})
						: clock && t("nothing")}
				</p>
				<div className="ml-auto flex items-center gap-2">
					<Menu
						trigger={
							<Button size="small" pending={travel.isPending}>
								<FastForward aria-hidden />
								{t("travel")}
							</Button>
						}
					>
						{destinations.map((to) => (
							<MenuItem key={to} onSelect={() => travel.mutate({ to })}>
								{t(`to.${to}`)}
							</MenuItem>
						))}
					</Menu>
					<Link href="/demo/mailbox" look="quiet" className="inline-flex h-8 items-center gap-1.5 px-1">
						<Mailbox aria-hidden className="size-4" />
						<span className="max-sm:sr-only">{t("mailbox")}</span>
					</Link>
					<Link href="/demo" look="quiet" className="inline-flex h-8 items-center gap-1.5 px-1">
						<Users aria-hidden className="size-4" />
						<span className="max-sm:sr-only">{t("personas")}</span>
					</Link>
				</div>
			</div>
			<p role="status" className="sr-only">
				{travel.isPending && t("travelling")}
			</p>
		</aside>
	);
}

function NextTimer({ functionId }: { functionId: string }) {
	const t = useTranslations("demo.timers");
	const key = functionId as Parameters<typeof t>[0];
	return t.has(key) ? t(key) : t("other");
}
