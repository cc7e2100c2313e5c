package io.fumikura.read.image.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Main class of the worker. A request is the path of an image (modified UTF-8). An answer is a byte: {@link #OK} and then width, height,
 * resolution, whether the text is vertical, the number of symbols and the symbols; or a byte of another kind and a message.
 */
public final class OcrProgram {

    public static final int OK = 0;
    public static final int CORRUPT = 1;
    public static final int LIMIT = 2;
    public static final int FAILED = 3;

    private OcrProgram() {}

    /** @param arguments the folder of the trained data */
    public static void main(String[] arguments) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err);
        var in = new DataInputStream(new BufferedInputStream(System.in));
        var out = new DataOutputStream(new BufferedOutputStream(answers));
        try (var recognizer = new Recognizer(Path.of(arguments[0]))) {
            while (true) {
                String path = in.readUTF();
                answer(recognizer, path, out);
                out.flush();
            }
        } catch (EOFException e) {
            // the platform closed the pipe: done
        }
    }

    private static void answer(Recognizer recognizer, String path, DataOutputStream out) throws IOException {
        try {
            GrayImage image = GrayImage.read(Path.of(path));
            write(image, recognizer.recognize(image), out);
        } catch (GrayImage.TooLargeException e) {
            refuse(LIMIT, e.getMessage(), out);
        } catch (GrayImage.UnreadableException e) {
            refuse(CORRUPT, e.getMessage(), out);
        } catch (RuntimeException | OutOfMemoryError e) {
            refuse(FAILED, e.toString(), out);
        }
    }

    private static void refuse(int kind, String message, DataOutputStream out) throws IOException {
        out.writeByte(kind);
        out.writeUTF(message.length() > 500 ? message.substring(0, 500) : message);
    }

    private static void write(GrayImage image, Recognized recognized, DataOutputStream out) throws IOException {
        out.writeByte(OK);
        out.writeInt(image.width());
        out.writeInt(image.height());
        out.writeInt(image.resolution());
        out.writeBoolean(recognized.vertical());
        List<Symbol> symbols = recognized.symbols();
        out.writeInt(symbols.size());
        for (Symbol symbol : symbols) {
            symbol.write(out);
        }
    }
}
