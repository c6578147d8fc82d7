package org.kanmai.launcher.journeys;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Takes tests to the one town, which is there from the first that asks for it until the last test is over. */
final class InTown implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Town.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(Town.class))
                .computeIfAbsent(Town.class, first -> started(), Town.class);
    }

    private static Town started() {
        try {
            return Town.start();
        } catch (Exception failure) {
            throw new IllegalStateException("the town did not start", failure);
        }
    }
}
