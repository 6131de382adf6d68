"use client";

import { useSearchParams } from "next/navigation";
import { usePathname, useRouter } from "@/app/_i18n/navigation";

/** Filters that live in the address, so that a filtered list can be sent to somebody. */
export function useAddressFilter() {
	const router = useRouter();
	const pathname = usePathname();
	const params = useSearchParams();
	/** An empty value takes the filter away. */
	const put = (name: string, value: string) => {
		const next = new URLSearchParams(params);
		if (value) next.set(name, value);
		else next.delete(name);
		router.replace(`${pathname}?${next}`, { scroll: false });
	};
	return { params, put };
}
