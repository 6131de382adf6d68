import type { ReactNode } from "react";
import { ClientMessages } from "@/app/_ui/client-messages";

/** The words of the section. Each page below decides for itself who may see it. */
export default function HiringLayout({ children }: { children: ReactNode }) {
	return (
		<ClientMessages
			namespaces={[
				...(["candidates", "hiringFigures", "library", "lists", "office", "screening", "tests"] as const),
				...(["vacancies", "workers"] as const),
			]}
		>
			{children}
		</ClientMessages>
	);
}
