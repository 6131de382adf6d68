import { LoaderCircle } from "lucide-react";
import { cn } from "./cn";

/** Decoration only: whoever shows it also says in words what is going on. */
export function Spinner({ className }: { className?: string }) {
	return <LoaderCircle aria-hidden className={cn("size-[1.15em] animate-spin", className)} />;
}
