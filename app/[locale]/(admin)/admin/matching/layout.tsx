import type { ReactNode } from "react";
import { ClientMessages } from "@/app/_ui/client-messages";

/** The words of the section. Each page below decides for itself who may see it. */
export default function MatchingLayout({ children }: { children: ReactNode }) {
	return <ClientMessages namespaces={["lists", "matching", "office"]}>{children}</ClientMessages>;
}
