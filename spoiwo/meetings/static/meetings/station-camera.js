// Reads QR codes from the camera: by the browser's own detector where it has one, else by jsQR on a canvas.
export async function start(video, found) {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  video.srcObject = stream;
  video.hidden = false;
  await video.play();
  const read = "BarcodeDetector" in window ? detector() : await canvas();
  const look = async () => {
    if (video.readyState >= 2) {
      const text = await read(video).catch(() => "");
      if (text) found(text);
    }
    setTimeout(look, 150);
  };
  look();
}

function detector() {
  const reader = new BarcodeDetector({ formats: ["qr_code"] });
  return async (video) => (await reader.detect(video))[0]?.rawValue || "";
}

async function canvas() {
  const address = new URL("../vendor/jsqr/jsQR.js", import.meta.url);
  await new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
  const sheet = document.createElement("canvas");
  const pen = sheet.getContext("2d", { willReadFrequently: true });
  return async (video) => {
    const width = 480, height = Math.round((video.videoHeight / video.videoWidth) * width) || 360;
    [sheet.width, sheet.height] = [width, height];
    pen.drawImage(video, 0, 0, width, height);
    return window.jsQR(pen.getImageData(0, 0, width, height).data, width, height)?.data || "";
  };
}
