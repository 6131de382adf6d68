import type { ReactNode } from "react";

export type Figure = { name: string; value: ReactNode /** What it is held against. */; beside?: ReactNode };

/** A few numbers side by side, each with its name. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
	return (
		<dl className="mb-6 flex flex-wrap gap-x-10 gap-y-4">
			{figures.map(({ name, value, beside }) => (
				<div key={name}>
					<dt className="text-muted text-sm">{name}</dt>
					<dd>
						<span className="figures font-semibold text-lg">{value}</span>
						{beside && <span className="figures ml-2 text-muted text-sm">{beside}</span>}
					</dd>
				</div>
			))}
		</dl>
	);
}
