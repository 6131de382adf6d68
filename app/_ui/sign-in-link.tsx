"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** Leads to the sign-in page, and from there back to where one is. */
export function SignInLink({ href, className, children }: { href: string; className: string; children: ReactNode }) {
	const to = encodeURIComponent(usePathname());
	return (
		<a href={`${href}?to=${to}`} className={className}>
			{children}
		</a>
	);
}
