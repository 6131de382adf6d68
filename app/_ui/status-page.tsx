import type { ReactNode } from "react";

type StatusPageProps = {
	title: string;
	help: ReactNode;
	/** A drawing. A page of bad news has none. */
	picture?: ReactNode;
	actions?: ReactNode;
};

/** A whole page that says why there is nothing else, and where to go. */
export function StatusPage({ title, help, picture, actions }: StatusPageProps) {
	return (
		<main className="mx-auto flex min-h-dvh max-w-md flex-col items-center justify-center px-6 py-12 text-center">
			{picture && <div className="mb-6">{picture}</div>}
			<h1 className="font-semibold text-xl tracking-tight">{title}</h1>
			<div className="mt-3 text-base text-muted">{help}</div>
			{actions && <div className="mt-8 flex flex-wrap justify-center gap-3">{actions}</div>}
		</main>
	);
}
