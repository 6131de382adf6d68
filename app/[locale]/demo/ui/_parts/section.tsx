import type { ReactNode } from "react";

export function Section({ title, children }: { title: string; children: ReactNode }) {
	return (
		<section className="border-line border-t py-8 sm:py-12">
			<h2 className="mb-6 font-semibold text-lg tracking-tight">{title}</h2>
			{children}
		</section>
	);
}
