"use client";

import * as Radix from "radix-ui/tabs";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { tabLook } from "./tab-look";

type Tab = { value: string; label: ReactNode; count?: number; content: ReactNode };

type TabsProps = {
	label: string;
	tabs: readonly Tab[];
	defaultValue?: string;
	value?: string;
	onValueChange?: (value: string) => void;
	className?: string;
};

/** Views of one thing beside each other. Where each should have an address, use links (`NavTabs`) instead. */
export function Tabs({ label, tabs, defaultValue, className, ...rest }: TabsProps) {
	return (
		<Radix.Root defaultValue={defaultValue ?? tabs[0]?.value} {...rest} className={cn("min-w-0", className)}>
			<Radix.List aria-label={label} className="flex flex-wrap gap-x-6 border-line border-b">
				{tabs.map((tab) => (
					<Radix.Trigger key={tab.value} value={tab.value} className={tabLook}>
						{tab.label}
						{tab.count !== undefined && <span className="figures text-muted">{tab.count}</span>}
					</Radix.Trigger>
				))}
			</Radix.List>
			{tabs.map((tab) => (
				<Radix.Content key={tab.value} value={tab.value} className="rounded-md pt-6">
					{tab.content}
				</Radix.Content>
			))}
		</Radix.Root>
	);
}
