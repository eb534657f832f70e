//! From a file that somebody uploaded to a picture that can be shown: decoded, upright, cut, resized, encoded anew.

use domain::limits::PICTURE_MIB_MAX;
use domain::problem::ProblemCode;
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, GenericImageView, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, Rgb, RgbImage};
use std::io::Cursor;
use tokio::sync::Semaphore;
use use_case::use_case;

/// What every stored picture is.
pub(super) const CONTENT_TYPE: &str = "image/jpeg";
/// Good enough that nobody sees the difference, at a tenth of the size.
const QUALITY: u8 = 85;
/// The most pixels that are decoded: twice a good telephone's. A small file may claim to hold far more.
const PIXELS_MAX: u64 = 50_000_000;
/// The most memory that decoding one picture may take.
const MEMORY_MAX: u64 = 256 * 1024 * 1024;

/// Pictures are made one at a time: each takes up to [`MEMORY_MAX`].
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
    let picture = decode(file)?;
    let picture = cut(&picture, shape);
    let (width, height) = shape.size();
    let picture = if picture.width() > width { picture.resize_exact(width, height, FilterType::CatmullRom) } else { picture };
    let picture = on_white(&picture);
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode_image(&picture)?;
    Ok(Prepared { width: picture.width(), height: picture.height(), bytes })
}

/// The pixels of a file, the way up that its camera noted.
fn decode(file: &[u8]) -> Result<DynamicImage, ImageError> {
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
    if u64::from(width) * u64::from(height) > PIXELS_MAX || width == 0 || height == 0 {
        return Err(unsupported());
    }
    let orientation = decoder.orientation().unwrap_or(image::metadata::Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// The largest part with the proportions of the shape: from the middle, and of a tall picture nearer the top, where faces
/// are.
fn cut(picture: &DynamicImage, shape: Shape) -> DynamicImage {
    let (width, height) = picture.dimensions();
    let (wide, high) = shape.size();
    let scaled = |length: u32, by: u32, of: u32| u32::try_from(u64::from(length) * u64::from(by) / u64::from(of)).unwrap_or(length).max(1);
    if u64::from(width) * u64::from(high) > u64::from(height) * u64::from(wide) {
        let part = scaled(height, wide, high);
        picture.crop_imm((width - part) / 2, 0, part, height)
    } else {
        let part = scaled(width, high, wide);
        picture.crop_imm(0, height.saturating_sub(part) / 3, width, part)
    }
}

/// The picture without transparency: what lets light through lets white paper through.
fn on_white(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
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
