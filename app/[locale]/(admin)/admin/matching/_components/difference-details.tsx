import { useLocale, useTranslations } from "next-intl";
import type { StepInfo } from "./editor/chain";
import { fieldsOf } from "./editor/fields-of";

type Detail = { what: string; before?: unknown; after?: unknown };
type Props = { details: readonly Detail[]; info: StepInfo | undefined };

const ours = ["version", "weight", "on"] as const;

/** What of a step is another: before and after, under the names that the editor has for it. */
export function DifferenceDetails({ details, info }: Props) {
	const t = useTranslations("matching.compare");
	const locale = useLocale();
	const fields = info ? fieldsOf(info.params) : [];
	const called = (what: string) => {
		const own = ours.find((name) => name === what);
		return own ? t(`details.${own}`) : (fields.find(({ name }) => name === what)?.label?.[locale] ?? what);
	};
	const written = (value: unknown) => {
		if (value === null || value === undefined) return "–";
		if (typeof value === "boolean") return t(value ? "yes" : "no");
		return typeof value === "object" ? JSON.stringify(value) : String(value);
	};
	if (details.length === 0) return null;
	return (
		<dl className="mt-1 grid gap-x-4 gap-y-0.5 pl-16 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
			{details.map(({ what, before, after }) => (
				<div key={what} className="contents">
					<dt className="text-muted">{called(what)}</dt>
					<dd className="figures wrap-anywhere">
						<del className="text-bad">{written(before)}</del>{" "}
						<ins className="text-good no-underline">{written(after)}</ins>
					</dd>
				</div>
			))}
		</dl>
	);
}
