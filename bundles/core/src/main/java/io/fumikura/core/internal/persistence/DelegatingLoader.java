package io.fumikura.core.internal.persistence;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What EclipseLink sees: the entities' bundle and its own bundles, nothing else. */
final class DelegatingLoader extends ClassLoader {

    private final List<ClassLoader> loaders;

    DelegatingLoader(List<ClassLoader> loaders) {
        super(null);
        this.loaders = loaders.stream().distinct().toList();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        for (ClassLoader loader : loaders) {
            try {
                return loader.loadClass(name);
            } catch (ClassNotFoundException absent) {
                continue;
            }
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        for (ClassLoader loader : loaders) {
            URL found = loader.getResource(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        for (ClassLoader loader : loaders) {
            Enumeration<URL> found = loader.getResources(name);
            if (found.hasMoreElements()) {
                return found;
            }
        }
        return Collections.emptyEnumeration();
    }
}
