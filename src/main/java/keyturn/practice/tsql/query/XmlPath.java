package keyturn.practice.tsql.query;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import keyturn.practice.tsql.SqlError;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A path into xml. Names count without their namespaces; a text may have several elements side by side. */
record XmlPath(String xpath, List<String> variables, Variables values) {

    private static final Pattern PROLOG = Pattern.compile(
            "\\s*declare\\s+(?:default\\s+element\\s+namespace|namespace\\s+\\w+\\s*=)\\s*[\"'][^\"']*[\"']\\s*;");
    private static final Pattern VARIABLE = Pattern.compile("sql:variable\\(\\s*[\"'](@\\w+)[\"']\\s*\\)");
    private static final Pattern FROM_ROOT = Pattern.compile("(^|[(,\\[=|]|\\bor\\s|\\band\\s)\\s*/");

    /** A node as a value: where the paths of the methods called on it begin. */
    record At(Node node) {
        @Override
        public String toString() {
            return written(node);
        }
    }

    static XmlPath of(String written, Variables values) {
        String path = written;
        Matcher prolog = PROLOG.matcher(path);
        while (prolog.lookingAt()) {
            path = path.substring(prolog.end());
            prolog = PROLOG.matcher(path);
        }
        path = path.replaceAll("\\b(?!sql:|fn:|xs:)\\w+:(?=[\\w*])(?![:])", "");
        path = path.replaceAll("\\bfn:(?=\\w)", "")
                .replaceAll("\\bxs:(\\w+)\\(", "string(")
                .replace("data(", "string(");
        List<String> variables = new ArrayList<>();
        Matcher m = VARIABLE.matcher(path);
        while (m.find()) {
            variables.add(m.group(1));
        }
        return new XmlPath(FROM_ROOT.matcher(path.strip()).replaceAll("$1./"), variables, values);
    }

    private String filled() {
        String filled = xpath;
        for (String variable : variables) {
            String value = String.valueOf(values.value(variable)).replace("'", "");
            filled = VARIABLE.matcher(filled).replaceFirst(Matcher.quoteReplacement("'" + value + "'"));
        }
        return filled;
    }

    /** The nodes that the path leads to. */
    List<At> nodes(Object xml, int line) {
        Node from = from(xml, line);
        try {
            NodeList found =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(filled(), from, XPathConstants.NODESET);
            List<At> nodes = new ArrayList<>();
            for (int i = 0; i < found.getLength(); i++) {
                nodes.add(new At(found.item(i)));
            }
            return nodes;
        } catch (XPathExpressionException notNodes) {
            throw BindErrors.notSupported(line, "this path into xml");
        }
    }

    /** The text of the first node, or what a function gives. */
    @Nullable
    Object text(@Nullable Object xml, int line) {
        if (xml == null) {
            return null;
        }
        Node from = from(xml, line);
        try {
            NodeList found =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(filled(), from, XPathConstants.NODESET);
            return found.getLength() == 0 ? null : found.item(0).getTextContent();
        } catch (XPathExpressionException notNodes) {
            return function(from, line);
        }
    }

    private Object function(Node from, int line) {
        try {
            return XPathFactory.newInstance().newXPath().evaluate(filled(), from);
        } catch (XPathExpressionException notXPath) {
            throw BindErrors.notSupported(line, "this path into xml");
        }
    }

    @Nullable
    Object xml(@Nullable Object xml, int line) {
        if (xml == null) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        nodes(xml, line).forEach(text::append);
        return text.toString();
    }

    private static Node from(Object xml, int line) {
        return xml instanceof At at ? at.node() : document(xml.toString(), line).getDocumentElement();
    }

    /** @throws SqlError 9400 if it is no xml */
    static Document document(String text, int line) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            String plain = text.replaceFirst("^\\s*<\\?xml[^>]*\\?>", "");
            return builder.parse(new InputSource(new StringReader("<x>" + plain + "</x>")));
        } catch (SAXException | java.io.IOException bad) {
            throw new SqlError(9400, 16, 1, line, "XML parsing: line 1, character 1, unexpected end of input");
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String written(Node node) {
        if (node instanceof Attr || node.getNodeType() == Node.TEXT_NODE) {
            return node.getTextContent()
                    .replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;");
        }
        try {
            Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(node), new StreamResult(text));
            return text.toString();
        } catch (TransformerException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
