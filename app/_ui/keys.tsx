import { cn } from "./cn";

/** Keys to press, one after another or together, as they are printed on a keyboard. */
export function Keys({ keys, className }: { keys: readonly string[]; className?: string }) {
	return (
		<span className={cn("inline-flex items-center gap-1", className)}>
			{keys.map((key) => (
				<kbd
					key={key}
					className="inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-line bg-sunken px-1 font-sans text-muted text-xs"
				>
					{key}
				</kbd>
			))}
		</span>
	);
}
