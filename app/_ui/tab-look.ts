/** The look of tabs, whether they are views of one page or links. */
export const tabLook = [
	"-mb-px inline-flex h-control shrink-0 items-center gap-2 whitespace-nowrap border-transparent border-b-2 text-body text-muted transition-colors",
	"hover:text-ink focus-visible:-outline-offset-2",
	"aria-[current=page]:border-ink aria-[current=page]:font-medium aria-[current=page]:text-ink",
	"data-[state=active]:border-ink data-[state=active]:font-medium data-[state=active]:text-ink",
].join(" ");
