import { Loading, Skeleton } from "@/app/_ui/skeleton";
import { columns } from "./board";

/** The board before its first answer, in the shape of what comes. */
export function BoardSkeleton() {
	return (
		<Loading className="grid flex-1 gap-2 lg:grid-cols-[minmax(0,1.9fr)_minmax(0,1fr)_minmax(0,1fr)_minmax(0,0.9fr)]">
			{columns.map((column) => (
				<div key={column} className="space-y-2">
					<Skeleton className="h-8 w-2/3" />
					<Skeleton className="h-28 rounded-md" />
					<Skeleton className="h-28 rounded-md" />
				</div>
			))}
		</Loading>
	);
}
