package io.fumikura.read.image.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.SynchronousQueue;

/**
 * Main class of the worker. A request is whether English is expected (boolean) and the path of an image (modified UTF-8). An answer is a byte:
 * {@link #OK} and then width, height, resolution, whether the text is vertical, its {@link Script}, the number of symbols and the symbols; or a
 * byte of another kind and a message. The program ends at once, even in the middle of a page, when the platform closes the pipe or is no more.
 */
public final class OcrProgram {

    public static final int OK = 0;
    public static final int CORRUPT = 1;
    public static final int LIMIT = 2;
    public static final int FAILED = 3;

    private OcrProgram() {}

    private record Request(boolean expectEnglish, String path) {}

    /** @param arguments the folder of the trained data */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream answers = System.out;
        System.setOut(System.err);
        var requests = new SynchronousQueue<Request>();
        var listening = new Thread(() -> listen(new DataInputStream(new BufferedInputStream(System.in)), requests), "requests");
        listening.setDaemon(true);
        listening.start();
        var out = new DataOutputStream(new BufferedOutputStream(answers));
        try (var recognizer = new Recognizer(Path.of(arguments[0]))) {
            while (true) {
                Request request = requests.take();
                answer(recognizer, request.path(), request.expectEnglish(), out);
                out.flush();
            }
        }
    }

    /** Hands requests on until the pipe ends. Native code cannot be interrupted, so the process is halted then. */
    private static void listen(DataInputStream in, SynchronousQueue<Request> requests) {
        try {
            while (true) {
                requests.put(new Request(in.readBoolean(), in.readUTF()));
            }
        } catch (IOException | InterruptedException e) {
            Runtime.getRuntime().halt(0);
        }
    }

    private static void answer(Recognizer recognizer, String path, boolean expectEnglish, DataOutputStream out) throws IOException {
        try {
            GrayImage image = GrayImage.read(Path.of(path));
            write(image, recognizer.recognize(image, expectEnglish), out);
        } catch (GrayImage.TooLargeException e) {
            refuse(LIMIT, String.valueOf(e.getMessage()), out);
        } catch (GrayImage.UnreadableException e) {
            refuse(CORRUPT, String.valueOf(e.getMessage()), out);
        } catch (OutOfMemoryError e) {
            refuse(LIMIT, "The image needs too much memory.", out);
        } catch (RuntimeException e) {
            e.printStackTrace(System.err); // the worker's log
            refuse(FAILED, "Tesseract could not recognise the image.", out);
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
        out.writeByte(recognized.script().ordinal());
        List<Symbol> symbols = recognized.symbols();
        out.writeInt(symbols.size());
        for (Symbol symbol : symbols) {
            symbol.write(out);
        }
    }
}
