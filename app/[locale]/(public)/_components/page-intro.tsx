/** The beginning of a public page: what it is about. */
export function PageIntro({ title, lead }: { title: string; lead: string }) {
	return (
		<div className="max-w-prose py-4 sm:py-8">
			<h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
			<p className="mt-4 text-lg text-muted">{lead}</p>
		</div>
	);
}
