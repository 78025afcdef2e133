import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.ElementProperties;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.types.IntervalSet;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.layout.plugin.forceAtlas2.ForceAtlas2;
import org.gephi.layout.plugin.forceAtlas2.ForceAtlas2Builder;
import org.gephi.preview.api.PreviewController;
import org.gephi.preview.api.PreviewModel;
import org.gephi.preview.api.PreviewProperty;
import org.gephi.preview.types.EdgeColor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * Opens network files as a user of Gephi would, and prints what is then in its workspace: a JSON record a line.
 *
 * Arguments: a folder for pictures, then files. Of each file two pictures are drawn: `NAME.opened.pdf` as it looks when
 * it is opened, `NAME.layout.pdf` after Gephi's own layout.
 */
public class Gephi {
    private static final int LAYOUT_STEPS = 200;
    private static PrintStream out;

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
        out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err); // what Gephi itself prints is no record
        for (int i = 1; i < arguments.length; i++) {
            open(new File(arguments[i]), new File(arguments[0]));
        }
        System.exit(0); // Gephi's threads would keep the program alive
    }

    private static void open(File file, File pictures) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        Workspace workspace = projects.getCurrentWorkspace();
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Container container = importer.importFile(file);
        importer.process(container, new DefaultProcessor(), workspace);
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
        Iterable<Issue> issues = container.getReport().getIssuesList(1000);
        print(record("file", file.getName(), "directed", model.isDirected(),
            "timeformat", String.valueOf(model.getTimeFormat())));
        for (Issue issue : issues) {
            print(record("file", file.getName(), "issue", issue.getLevel() + ": " + issue.getMessage()));
        }
        model.getGraph().getNodes().forEach(node -> print(node(file, node)));
        model.getGraph().getEdges().forEach(edge -> print(edge(file, edge, model)));
        if (model.getGraph().getNodeCount() > 0) {
            draw(workspace, new File(pictures, file.getName() + ".opened.pdf"));
            layOut(model);
            draw(workspace, new File(pictures, file.getName() + ".layout.pdf"));
        }
        projects.closeCurrentProject();
    }

    private static Map<String, Object> node(File file, Node node) {
        Map<String, Object> record = record("file", file.getName(), "node", node.getId(), "label", node.getLabel(),
            "x", (double) node.x(), "y", (double) node.y(), "size", (double) node.size());
        return described(record, node, node);
    }

    private static Map<String, Object> edge(File file, Edge edge, GraphModel model) {
        Map<String, Object> record = record("file", file.getName(), "edge", edge.getId(), "label", edge.getLabel(),
            "source", edge.getSource().getId(), "target", edge.getTarget().getId(),
            "kind", edge.getTypeLabel(), "weight", edge.getWeight(), "directed", edge.isDirected());
        return described(record, edge, edge);
    }

    /** Adds the colour, the spells and the columns, each with the type that Gephi gave it. */
    private static Map<String, Object> described(Map<String, Object> record, Element element, ElementProperties looks) {
        record.put("colour", String.format("#%06x", looks.getColor().getRGB() & 0xffffff));
        Map<String, Object> columns = new TreeMap<>();
        Map<String, Object> types = new TreeMap<>();
        for (Column column : element.getAttributeColumns()) {
            Object value = element.getAttribute(column);
            if (value instanceof IntervalSet) {
                record.put("spells", spells((IntervalSet) value));
            } else if (value != null && !column.isProperty()) {
                columns.put(column.getTitle(), value);
                types.put(column.getTitle(), column.getTypeClass().getSimpleName());
            }
        }
        record.put("columns", columns);
        record.put("types", types);
        return record;
    }

    private static String spells(IntervalSet set) {
        StringBuilder text = new StringBuilder();
        for (Interval spell : set.toArray()) {
            text.append(text.length() > 0 ? ";" : "").append(spell.getLow()).append("..").append(spell.getHigh());
        }
        return text.toString();
    }

    private static void layOut(GraphModel model) {
        ForceAtlas2 layout = new ForceAtlas2Builder().buildLayout();
        layout.setGraphModel(model);
        layout.resetPropertiesValues();
        layout.initAlgo();
        for (int step = 0; step < LAYOUT_STEPS && layout.canAlgo(); step++) {
            layout.goAlgo();
        }
        layout.endAlgo();
    }

    private static void draw(Workspace workspace, File picture) throws Exception {
        PreviewController preview = Lookup.getDefault().lookup(PreviewController.class);
        PreviewModel model = preview.getModel(workspace);
        model.getProperties().putValue(PreviewProperty.SHOW_NODE_LABELS, true);
        model.getProperties().putValue(PreviewProperty.EDGE_COLOR, new EdgeColor(EdgeColor.Mode.ORIGINAL));
        preview.refreshPreview(workspace);
        Lookup.getDefault().lookup(ExportController.class).exportFile(picture, workspace);
    }

    private static Map<String, Object> record(Object... pairs) {
        Map<String, Object> record = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            record.put((String) pairs[i], pairs[i + 1]);
        }
        return record;
    }

    private static void print(Map<String, Object> record) {
        out.println(json(record));
    }

    private static String json(Object value) {
        if (value == null || value instanceof Boolean || value instanceof Number) {
            return String.valueOf(value);
        }
        StringBuilder text = new StringBuilder();
        if (value instanceof Map) {
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                text.append(text.length() == 0 ? "{" : ", ").append(json(entry.getKey())).append(": ");
                text.append(json(entry.getValue()));
            }
            return text.length() == 0 ? "{}" : text.append("}").toString();
        }
        for (char c : String.valueOf(value).toCharArray()) {
            boolean isPlain = c >= ' ' && c < 0x7f && c != '"' && c != '\\';
            text.append(isPlain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return "\"" + text + "\"";
    }
}
