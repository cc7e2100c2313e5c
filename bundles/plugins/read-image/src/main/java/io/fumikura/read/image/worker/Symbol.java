package io.fumikura.read.image.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A recognised character.
 *
 * @param confidence 0…100
 * @param left pixels of the image as recognised
 * @param startsLine whether a text line begins here
 * @param startsWord whether a word begins here
 */
public record Symbol(
        String text, float confidence, int left, int top, int right, int bottom, boolean startsLine, boolean startsWord) {

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(text);
        out.writeFloat(confidence);
        out.writeInt(left);
        out.writeInt(top);
        out.writeInt(right);
        out.writeInt(bottom);
        out.writeBoolean(startsLine);
        out.writeBoolean(startsWord);
    }

    public static Symbol read(DataInputStream in) throws IOException {
        return new Symbol(
                in.readUTF(),
                in.readFloat(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readBoolean(),
                in.readBoolean());
    }

    public int width() {
        return right - left;
    }

    public int height() {
        return bottom - top;
    }
}
