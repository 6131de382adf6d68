"use client";

import { ClipboardList } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Avatar } from "@/app/_ui/avatar";
import { PaletteGroup, PaletteItem } from "@/app/_ui/command-palette";
import { useFormat } from "@/app/_ui/format/format-provider";
import { CandidateState } from "../../hiring/_components/candidate-state";
import { OrderStatePill } from "../order-state";
import type { useFound } from "./use-found";

type Found = ReturnType<typeof useFound>;
type Open = (href: string) => void;

/** What the search found among the orders. */
export function FoundOrders({ orders, open }: { orders: Found["orders"]; open: Open }) {
	const t = useTranslations("palette");
	const locale = useLocale();
	const format = useFormat();
	if (orders.length === 0) return null;
	return (
		<PaletteGroup title={t("groups.orders")}>
			{orders.map(({ orderId, number, serviceName, clientName, startsAt, state }) => (
				<PaletteItem
					key={orderId}
					value={orderId}
					icon={<ClipboardList aria-hidden />}
					note={`${clientName} · ${format.dateTime(startsAt)}`}
					end={<OrderStatePill state={state} />}
					onSelect={() => open(`/admin/orders/${orderId}`)}
				>
					<span className="figures">{number}</span> {serviceName[locale]}
				</PaletteItem>
			))}
		</PaletteGroup>
	);
}

/** Clients and workers; whoever is both is there as each. */
export function FoundPeople({ people, open }: { people: Found["people"]; open: Open }) {
	const t = useTranslations("palette");
	const entries = people.flatMap(({ name, email, clientId, workerId }) => [
		...(workerId ? [{ id: workerId, name, email, kind: t("worker"), href: `/admin/workers/${workerId}` }] : []),
		...(clientId ? [{ id: clientId, name, email, kind: t("client"), href: `/admin/clients/${clientId}` }] : []),
	]);
	if (entries.length === 0) return null;
	return (
		<PaletteGroup title={t("groups.people")}>
			{entries.map(({ id, name, email, kind, href }) => (
				<PaletteItem
					key={id}
					value={id}
					icon={<Avatar size="small" cat={{ seed: name }} />}
					note={email}
					end={<span className="text-muted text-sm">{kind}</span>}
					onSelect={() => open(href)}
				>
					{name}
				</PaletteItem>
			))}
		</PaletteGroup>
	);
}

/** Who would like to work, or wanted to. */
export function FoundCandidates({ candidates, open }: { candidates: Found["candidates"]; open: Open }) {
	const t = useTranslations("palette");
	const locale = useLocale();
	if (candidates.length === 0) return null;
	return (
		<PaletteGroup title={t("groups.candidates")}>
			{candidates.map(({ applicationId, name, email, state, breed, coat, photoId, vacancyName }) => (
				<PaletteItem
					key={applicationId}
					value={applicationId}
					icon={
						<Avatar
							size="small"
							cat={{ breed, coat, seed: applicationId }}
							photo={photoId && `/api/files/${photoId}`}
						/>
					}
					note={`${email} · ${vacancyName[locale]}`}
					end={<CandidateState state={state} />}
					onSelect={() => open(`/admin/hiring/candidates/${applicationId}`)}
				>
					{name}
				</PaletteItem>
			))}
		</PaletteGroup>
	);
}
