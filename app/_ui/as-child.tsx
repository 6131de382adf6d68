import { cloneElement, type HTMLAttributes, isValidElement, type ReactNode, type Ref } from "react";
import { cn } from "./cn";

type Given = HTMLAttributes<HTMLElement> & { ref?: Ref<HTMLElement> };

type AsChildProps = Given & { children: ReactNode };

/** Gives its one child what it was given itself: what both have is joined, or the child's holds. */
export function AsChild({ children, ...given }: AsChildProps) {
	if (!isValidElement<Given>(children)) return null;
	return cloneElement(children, joined(given, children.props));
}

const isHandler = (value: unknown): value is (...args: unknown[]) => void => typeof value === "function";

function joined(given: Given, own: Given): Given {
	const handlers = Object.entries(given).flatMap(([name, ours]) => {
		const theirs: unknown = Reflect.get(own, name);
		if (!/^on[A-Z]/.test(name) || !isHandler(ours) || !isHandler(theirs)) return [];
		const both = (...args: unknown[]) => {
			theirs(...args);
			ours(...args);
		};
		return [[name, both] as const];
	});
	return {
		...given,
		...own,
		...Object.fromEntries(handlers),
		className: cn(given.className, own.className),
		...(given.style && { style: { ...given.style, ...own.style } }),
		...(given.ref && { ref: own.ref ? both(given.ref, own.ref) : given.ref }),
	};
}

/** Both get the element, and both are told when it goes. */
function both(...refs: Ref<HTMLElement>[]): (element: HTMLElement) => () => void {
	const set = (ref: Ref<HTMLElement>, element: HTMLElement | null) => {
		if (typeof ref === "function") return ref(element);
		if (ref) ref.current = element;
	};
	return (element) => {
		const left = refs.map((ref) => [ref, set(ref, element)] as const);
		return () => {
			for (const [ref, leave] of left)
				if (typeof leave === "function") leave();
				else set(ref, null);
		};
	};
}
