/** Taking articles out of the library. */
export const exporting = {
  'export.failed': 'The export failed',
  'export.done': '{articles} written to {path}',
  'export.closed': 'the output was closed before all of it was written',
  'export.not-chosen': 'Nobody chose this place to write to. Choose it again.',
  'export.no-room': "the output can't be written: there is no room left where it goes",
  'export.no-layout': 'The format {format} can’t be written so: choose one file, or a file for each article.',
  'export.output': 'the output',
  'export.disk-full':
    'The disk that holds {path} is full. Nothing was left there. Make room on it, or choose another place, and try again.',
  'export.too-large':
    '{path} would be larger than a file may be there. Choose another place, or fewer articles.',
  'export.not-allowed':
    'Nothing may be written to {path}: the folder or its disk is read-only for you. Choose another place.',
  'export.no-folder': 'The folder of {path} is not there. Choose another place.',
  'export.is-there': 'There is something at {path} already. Move it away, or choose another name.',
  'export.is-folder': '{path} is a folder. Choose the name of a file.',
  'export.name-too-long': 'The name of {path} is longer than the disk takes. Choose a shorter one.',
  'export.not-written': '{path} could not be written ({why}).',
  'export.in-library': '{path} is inside the folder of the library. Choose another place.',
  'export.in-source':
    '{path} is inside the source {source}, where it would be read as articles. Choose another place.',
} as const;
