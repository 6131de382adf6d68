import { type ComponentType, lazy, type ReactNode, Suspense } from "react";

/**
 * A part that is fetched when it is first shown; until it is there stands what is given. `next/dynamic` does no more for
 * what a person opens by hand, and weighs as much as such a part.
 */
export function later<Props extends object>(
	load: () => Promise<{ default: ComponentType<Props> }>,
	waiting: ReactNode = null,
): ComponentType<Props> {
	const Part: ComponentType<Props> = lazy(load);
	return (props) => (
		<Suspense fallback={waiting}>
			<Part {...props} />
		</Suspense>
	);
}
