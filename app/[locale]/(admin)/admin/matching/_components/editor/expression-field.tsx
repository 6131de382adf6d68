import { useLocale, useTranslations } from "next-intl";
import { useRef } from "react";
import { Field } from "@/app/_ui/field";
import { TextArea } from "@/app/_ui/text-input";
import type { StepInfo } from "./chain";

type Props = {
	label: string;
	value: string;
	longest: number | null;
	vocabulary: StepInfo["vocabulary"];
	/** Names of values that earlier steps give. */
	earlier: readonly string[];
	onChange: (value: string) => void;
};

const isName = /^[a-z][a-z0-9_]*$/;

/** An expression and all that may stand in it: a press puts a name where the cursor is. */
export function ExpressionField({ label, value, longest, vocabulary, earlier, onChange }: Props) {
	const t = useTranslations("matching.editor");
	const locale = useLocale();
	const area = useRef<HTMLTextAreaElement>(null);
	const insert = (name: string) => {
		const field = area.current;
		const [from, to] = [field?.selectionStart ?? value.length, field?.selectionEnd ?? value.length];
		onChange(`${value.slice(0, from)}${name}${value.slice(to)}`);
		field?.focus();
		requestAnimationFrame(() => field?.setSelectionRange(from + name.length, from + name.length));
	};
	const names = [
		...vocabulary,
		...earlier.map((name) => ({ name: name.replaceAll("-", "_"), about: { en: t("earlier"), ru: t("earlier") } })),
	];
	return (
		<div className="space-y-2">
			<Field label={label} help={t("expressionHelp")}>
				{(control) => (
					<TextArea
						{...control}
						ref={area}
						rows={2}
						spellCheck={false}
						autoComplete="off"
						className="min-h-16 font-mono"
						value={value}
						{...(longest !== null && { limit: longest })}
						onChange={({ target }) => onChange(target.value)}
					/>
				)}
			</Field>
			<details>
				<summary className="inline-block min-h-6 text-muted text-sm hover:text-ink">{t("vocabulary")}</summary>
				<ul className="mt-1 grid gap-x-4 gap-y-0.5 text-sm lg:grid-cols-2">
					{names.map(({ name, about }) => (
						<li key={name} className="flex min-w-0 items-baseline gap-2">
							{isName.test(name) ? (
								<button
									type="button"
									onClick={() => insert(name)}
									className="min-h-6 shrink-0 rounded-sm bg-sunken px-1.5 font-mono text-xs hover:bg-hover"
								>
									{name}
								</button>
							) : (
								<span className="shrink-0 font-mono text-xs">{name}</span>
							)}
							<span className="min-w-0 text-muted">{about[locale]}</span>
						</li>
					))}
				</ul>
			</details>
		</div>
	);
}
