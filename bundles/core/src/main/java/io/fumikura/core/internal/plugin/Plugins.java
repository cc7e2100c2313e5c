package io.fumikura.core.internal.plugin;

import io.fumikura.document.spi.ContentReader;
import io.fumikura.document.spi.DocumentType;
import io.fumikura.document.spi.FieldExtractor;
import io.fumikura.document.spi.Renderer;
import io.fumikura.notify.spi.Notifier;
import io.fumikura.plan.spi.PlanTier;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * All plugins of the pipeline, plan tiers and notifiers that run now. Bind methods instead of lists, because whoever waits for a plugin wants to be told when one
 * comes.
 */
@Component(service = Plugins.class)
public final class Plugins {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final PluginList<ContentReader> readers = new PluginList<>(this::changed);
    private final PluginList<Renderer> renderers = new PluginList<>(this::changed);
    private final PluginList<DocumentType> types = new PluginList<>(this::changed);
    private final PluginList<FieldExtractor> extractors = new PluginList<>(this::changed);
    private final PluginList<PlanTier> tiers = new PluginList<>(this::changed);
    private final PluginList<Notifier> notifiers = new PluginList<>(this::changed);

    @Activate
    public Plugins() {}

    public PluginList<ContentReader> readers() {
        return readers;
    }

    public PluginList<Renderer> renderers() {
        return renderers;
    }

    public PluginList<DocumentType> types() {
        return types;
    }

    public PluginList<FieldExtractor> extractors() {
        return extractors;
    }

    public PluginList<PlanTier> tiers() {
        return tiers;
    }

    public PluginList<Notifier> notifiers() {
        return notifiers;
    }

    /** Calls the listener whenever a plugin comes or goes. It must be quick. */
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, service = ContentReader.class)
    void addReader(ComponentServiceObjects<ContentReader> objects) {
        readers.add(objects.getServiceReference(), new ServicePlugin<>(objects));
    }

    void removeReader(ComponentServiceObjects<ContentReader> objects) {
        readers.remove(objects.getServiceReference());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, service = Renderer.class)
    void addRenderer(ComponentServiceObjects<Renderer> objects) {
        renderers.add(objects.getServiceReference(), new ServicePlugin<>(objects));
    }

    void removeRenderer(ComponentServiceObjects<Renderer> objects) {
        renderers.remove(objects.getServiceReference());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, service = DocumentType.class)
    void addType(ComponentServiceObjects<DocumentType> objects) {
        types.add(objects.getServiceReference(), new ServicePlugin<>(objects));
    }

    void removeType(ComponentServiceObjects<DocumentType> objects) {
        types.remove(objects.getServiceReference());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, service = FieldExtractor.class)
    void addExtractor(ComponentServiceObjects<FieldExtractor> objects) {
        extractors.add(objects.getServiceReference(), new ServicePlugin<>(objects));
    }

    void removeExtractor(ComponentServiceObjects<FieldExtractor> objects) {
        extractors.remove(objects.getServiceReference());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, service = PlanTier.class)
    void addTier(ComponentServiceObjects<PlanTier> objects) {
        tiers.add(objects.getServiceReference(), new ServicePlugin<>(objects));
    }

    void removeTier(ComponentServiceObjects<PlanTier> objects) {
        tiers.remove(objects.getServiceReference());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, service = Notifier.class)
    void addNotifier(ComponentServiceObjects<Notifier> objects) {
        notifiers.add(objects.getServiceReference(), new ServicePlugin<>(objects));
    }

    void removeNotifier(ComponentServiceObjects<Notifier> objects) {
        notifiers.remove(objects.getServiceReference());
    }
}
