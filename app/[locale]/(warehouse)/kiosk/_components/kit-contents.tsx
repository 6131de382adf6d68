"use client";

import { Check, Printer } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { cn } from "@/app/_ui/cn";
import type { Item, Kit } from "./board";
import { CookieLine } from "./cookie-line";
import { useKitActions } from "./use-kit-actions";

type KitContentsProps = { id: string; kit: Kit; label: string };

/** What belongs in the kit, to be ticked off with the whole hand. */
export function KitContents({ id, kit, label }: KitContentsProps) {
	const t = useTranslations("kiosk");
	const locale = useLocale();
	const { tick } = useKitActions();
	const mayTick = (item: Item) => item.kind !== "cookie" || item.ticked || kit.cookie?.state === "arrived";
	return (
		<fieldset id={id} className="grid gap-1.5 px-2 pb-2 @md:grid-cols-2">
			<legend className="sr-only">{label}</legend>
			<p className="col-span-full truncate text-base text-muted">{kit.serviceName[locale]}</p>
			{kit.items.map((item) => (
				<Tick
					key={item.position}
					checked={item.ticked}
					disabled={!mayTick(item)}
					onChange={(ticked) => tick.mutate({ kitId: kit.kitId, position: item.position, ticked })}
				>
					{item.kind === "cookie" ? <CookieName kit={kit} /> : <ItemName item={item} />}
				</Tick>
			))}
			<Button asChild size="thumb" className="text-body">
				<a href={`/api/files/acceptance-form/${kit.kitId}`} target="_blank" rel="noreferrer">
					<Printer aria-hidden />
					{t("print")}
				</a>
			</Button>
		</fieldset>
	);
}

function ItemName({ item }: { item: Item }) {
	const t = useTranslations("kiosk.item");
	const locale = useLocale();
	if (!item.name) return t("form");
	return t("supply", { quantity: item.quantity, name: item.name[locale] });
}

/** The cookie's name gives way to the news of it. */
function CookieName({ kit }: { kit: Kit }) {
	const t = useTranslations("kiosk.item");
	const inKit = kit.items.some(({ kind, ticked }) => kind === "cookie" && ticked);
	return inKit || !kit.cookie ? t("cookie") : <CookieLine kit={kit} />;
}

type TickProps = {
	checked: boolean;
	disabled: boolean;
	onChange: (checked: boolean) => void;
	children: React.ReactNode;
};

function Tick({ checked, disabled, onChange, children }: TickProps) {
	return (
		<label
			className={cn(
				"flex min-h-12 min-w-0 items-center gap-3 rounded-md border border-edge bg-surface px-3 leading-6",
				"has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2",
				checked && "border-good bg-good-tint",
				disabled ? "border-line border-dashed bg-sunken" : "cursor-pointer",
			)}
		>
			<input
				type="checkbox"
				className="sr-only"
				checked={checked}
				disabled={disabled}
				onChange={(event) => onChange(event.target.checked)}
			/>
			<span
				aria-hidden
				className={cn(
					"inline-flex size-7 shrink-0 items-center justify-center rounded-sm border border-edge",
					checked && "border-good bg-good text-surface",
					disabled && "hidden",
				)}
			>
				{checked && <Check strokeWidth={3} className="size-5" />}
			</span>
			<span className="min-w-0 flex-1 wrap-anywhere">{children}</span>
		</label>
	);
}
