"use client";

import * as Radix from "radix-ui/tooltip";
import type { ReactNode } from "react";

/** A few words on hover or focus. Nothing that must be read may live only here: phones have no hover. */
export function Tooltip({ content, children }: { content: ReactNode; children: ReactNode }) {
	return (
		<Radix.Provider delayDuration={300}>
			<Radix.Root>
				<Radix.Trigger asChild>{children}</Radix.Trigger>
				<Radix.Portal>
					<Radix.Content
						sideOffset={6}
						collisionPadding={12}
						className="z-60 max-w-72 animate-fade rounded-md bg-inverse px-3 py-1.5 text-on-inverse text-sm shadow-float"
					>
						{content}
					</Radix.Content>
				</Radix.Portal>
			</Radix.Root>
		</Radix.Provider>
	);
}
