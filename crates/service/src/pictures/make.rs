//! From a file that somebody uploaded to a picture that can be shown: decoded, upright, cut, resized, encoded anew.

use domain::limits::PICTURE_MIB_MAX;
use domain::problem::ProblemCode;
use image::codecs::jpeg::JpegEncoder;
use image::error::{LimitError, LimitErrorKind};
use image::imageops::{self, FilterType};
use image::metadata::Orientation;
use image::{DynamicImage, GenericImageView, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, Rgb, RgbImage};
use std::io::Cursor;
use tokio::sync::Semaphore;
use use_case::use_case;

/// What every stored picture is.
pub(super) const CONTENT_TYPE: &str = "image/jpeg";
/// Good enough that nobody sees the difference, at a tenth of the size.
const QUALITY: u8 = 85;
/// The most memory that a picture's pixels may take: 50 million of them as most files have them, with four bytes each. A small file
/// may claim to hold far more, and such with 16 bits a colour hold twice as much.
const MEMORY_MAX: u64 = 200_000_000;

/// Pictures are made one at a time: each takes up to [`MEMORY_MAX`], and little besides.
static TURN: Semaphore = Semaphore::const_new(1);

/// What a picture is for: its proportions and its greatest size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A person: a square of 512 pixels.
    Portrait,
    /// A program: 1200 by 630 pixels.
    Banner,
}

impl Shape {
    const fn size(self) -> (u32, u32) {
        match self {
            Self::Portrait => (512, 512),
            Self::Banner => (1200, 630),
        }
    }
}

/// A picture ready to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// A JPEG file without metadata.
    pub bytes: Vec<u8>,
}

/// Makes a picture of a file: JPEG, PNG, WebP or GIF (its first frame). Do this before the transaction that stores it: it
/// takes a while, on a thread for such work.
///
/// # Errors
/// The problem with the file, to stand beside its field.
#[use_case]
pub async fn prepare(file: Vec<u8>, shape: Shape) -> Result<Prepared, ProblemCode> {
    if file.is_empty() {
        return Err(ProblemCode::Required);
    }
    if file.len() > PICTURE_MIB_MAX * 1024 * 1024 {
        return Err(ProblemCode::FileTooLarge { max_mib: PICTURE_MIB_MAX });
    }
    let _turn = TURN.acquire().await.map_err(|_| ProblemCode::NotAPicture)?;
    let made = tokio::task::spawn_blocking(move || make(&file, shape)).await;
    match made {
        Ok(Ok(picture)) => Ok(picture),
        Ok(Err(ImageError::Limits(_))) => Err(ProblemCode::PictureTooLarge),
        Ok(Err(error)) => {
            tracing::debug!(%error, "a picture can't be read");
            Err(ProblemCode::NotAPicture)
        }
        // A decoder that panics on what somebody sent is a fault of ours, but the picture can't be read all the same.
        Err(error) => {
            tracing::error!(%error, "a picture's decoder failed");
            Err(ProblemCode::NotAPicture)
        }
    }
}

fn make(file: &[u8], shape: Shape) -> Result<Prepared, ImageError> {
    let (picture, orientation) = decode(file)?;
    let picture = on_white(&upright_part(picture, orientation, shape));
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode_image(&picture)?;
    Ok(Prepared { width: picture.width(), height: picture.height(), bytes })
}

/// The pixels of a file, and which way up its camera was.
fn decode(file: &[u8]) -> Result<(DynamicImage, Orientation), ImageError> {
    let unsupported = || ImageError::Unsupported(image::error::ImageFormatHint::Unknown.into());
    // By what the file begins with, not by its name.
    let format = image::guess_format(file)?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP | ImageFormat::Gif) {
        return Err(unsupported());
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY_MAX);
    let mut reader = ImageReader::with_format(Cursor::new(file), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    // Grey ones take less, but as long.
    let pixels = u64::from(width) * u64::from(height);
    if decoder.total_bytes().max(pixels.saturating_mul(4)) > MEMORY_MAX {
        return Err(ImageError::Limits(LimitError::from_kind(LimitErrorKind::InsufficientMemory)));
    }
    if pixels == 0 {
        return Err(unsupported());
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    Ok((DynamicImage::from_decoder(decoder)?, orientation))
}

/// A part of a picture, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Part {
    x: u32,
    y: u32,
    width: u32,
    height: u32,
}

/// What the shape shows of a picture, upright and no larger than it is shown. Cut and made smaller as it was stored, so that nothing
/// but the little that is left is copied.
fn upright_part(picture: DynamicImage, orientation: Orientation, shape: Shape) -> DynamicImage {
    let (wide, high) = shape.size();
    let (wide, high) = if is_turned(orientation) { (high, wide) } else { (wide, high) };
    let Part { x, y, width, height } = part(picture.dimensions(), orientation, shape);
    let seen = imageops::crop_imm(&picture, x, y, width, height);
    let small = if width > wide.saturating_mul(2) {
        // First quickly to twice the size, then well to the size.
        let twice = imageops::thumbnail(&*seen, wide.saturating_mul(2), high.saturating_mul(2));
        imageops::resize(&twice, wide, high, FilterType::CatmullRom)
    } else if width > wide {
        imageops::resize(&*seen, wide, high, FilterType::CatmullRom)
    } else {
        seen.to_image()
    };
    drop(picture);
    let mut small = DynamicImage::ImageRgba8(small);
    small.apply_orientation(orientation);
    small
}

/// Whether what was stored as a row is shown as a column.
const fn is_turned(orientation: Orientation) -> bool {
    use Orientation as O;
    matches!(orientation, O::Rotate90 | O::Rotate270 | O::Rotate90FlipH | O::Rotate270FlipH)
}

/// Where in the stored picture the part is that [`cut`] takes of the upright one.
fn part((width, height): (u32, u32), orientation: Orientation, shape: Shape) -> Part {
    let cut = cut(if is_turned(orientation) { (height, width) } else { (width, height) }, shape);
    let turned = |x, y| Part { x, y, width: cut.height, height: cut.width };
    // From the other end.
    let from_right = |across: u32, length: u32| width.saturating_sub(across).saturating_sub(length);
    let from_below = |down: u32, length: u32| height.saturating_sub(down).saturating_sub(length);
    match orientation {
        Orientation::NoTransforms => cut,
        Orientation::FlipHorizontal => Part { x: from_right(cut.x, cut.width), ..cut },
        Orientation::FlipVertical => Part { y: from_below(cut.y, cut.height), ..cut },
        Orientation::Rotate180 => Part { x: from_right(cut.x, cut.width), y: from_below(cut.y, cut.height), ..cut },
        Orientation::Rotate90 => turned(cut.y, from_below(cut.x, cut.width)),
        Orientation::Rotate270 => turned(from_right(cut.y, cut.height), cut.x),
        Orientation::Rotate90FlipH => turned(cut.y, cut.x),
        Orientation::Rotate270FlipH => turned(from_right(cut.y, cut.height), from_below(cut.x, cut.width)),
    }
}

/// The largest part with the proportions of the shape: from the middle, and of a tall picture nearer the top, where faces
/// are.
fn cut((width, height): (u32, u32), shape: Shape) -> Part {
    let (wide, high) = shape.size();
    let scaled = |length: u32, by: u32, of: u32| u32::try_from(u64::from(length) * u64::from(by) / u64::from(of)).unwrap_or(length).max(1);
    if u64::from(width) * u64::from(high) > u64::from(height) * u64::from(wide) {
        let part = scaled(height, wide, high);
        Part { x: (width - part) / 2, y: 0, width: part, height }
    } else {
        let part = scaled(width, high, wide);
        Part { x: 0, y: height.saturating_sub(part) / 3, width, height: part }
    }
}

/// The picture without transparency: what lets light through lets white paper through.
fn on_white(picture: &DynamicImage) -> RgbImage {
    let picture = picture.to_rgba8();
    let mut plain = RgbImage::new(picture.width(), picture.height());
    for (from, to) in picture.pixels().zip(plain.pixels_mut()) {
        let [red, green, blue, alpha] = from.0;
        let alpha = u16::from(alpha);
        let mix = |colour: u8| u8::try_from((u16::from(colour) * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX);
        *to = Rgb([mix(red), mix(green), mix(blue)]);
    }
    plain
}

#[cfg(test)]
#[path = "make_tests.rs"]
mod tests;
