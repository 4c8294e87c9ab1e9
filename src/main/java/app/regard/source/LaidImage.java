package app.regard.source;

import app.regard.draw.Bitmap;
import app.regard.trace.Moment;

/** An image that lies under patches, with the file that it came from. */
public record LaidImage(Bitmap bitmap, Moment.Image file) {}
